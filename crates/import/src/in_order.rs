//! Work spread over the processor's cores, its outcomes taken in the order of the work.

use std::collections::VecDeque;
use std::ops::ControlFlow;
use std::sync::mpsc::{Receiver, SyncSender, sync_channel};
use std::sync::{Mutex, PoisonError};
use std::thread;

/// More cores than this are left to others.
const MOST_WORKERS: usize = 8;

/// One piece of work, and where its outcome goes.
type Job<J, R> = (J, SyncSender<R>);

/// Does `work` on everything that `next` gives and hands the outcomes to `take`, one after
/// another as they were given. `next` and `take` are called on the caller's thread, where the
/// file is and where the pieces go; only a few jobs are under way at a time, so that memory stays
/// flat. What is broken off by `take` is not begun any more.
pub(crate) fn in_order<J: Send, R: Send>(
    mut next: impl FnMut() -> Option<J>,
    work: impl Fn(J) -> R + Sync,
    mut take: impl FnMut(R) -> ControlFlow<()>,
) {
    let workers = thread::available_parallelism().map_or(1, usize::from).min(MOST_WORKERS);
    let under_way = workers * 2;
    let (give, jobs) = sync_channel::<Job<J, R>>(under_way);
    let jobs = Mutex::new(jobs);
    let worker = || {
        while let Some((job, tell)) = take_one(&jobs) {
            // Nobody waits any more where the taker broke off.
            let _ = tell.send(work(job));
        }
    };
    thread::scope(|scope| {
        for _ in 0..workers {
            scope.spawn(worker);
        }
        let mut waited_for: VecDeque<Receiver<R>> = VecDeque::new();
        loop {
            while waited_for.len() < under_way {
                let Some(job) = next() else { break };
                let (tell, told) = sync_channel(1);
                if give.send((job, tell)).is_err() {
                    break;
                }
                waited_for.push_back(told);
            }
            let Some(first) = waited_for.pop_front() else { break };
            let Ok(outcome) = first.recv() else { break };
            if take(outcome).is_break() {
                break;
            }
        }
        drop(give);
        // What nobody takes any more is not worked on.
        jobs.lock().unwrap_or_else(PoisonError::into_inner).try_iter().for_each(drop);
    });
}

/// The next job; nothing once all are done.
fn take_one<J, R>(jobs: &Mutex<Receiver<Job<J, R>>>) -> Option<Job<J, R>> {
    jobs.lock().unwrap_or_else(PoisonError::into_inner).recv().ok()
}

#[cfg(test)]
mod tests {
    use super::*;
    use std::sync::atomic::{AtomicUsize, Ordering};

    #[test]
    fn outcomes_come_in_the_order_of_the_work_however_long_each_takes() {
        let mut given = 0..500_u64;
        let mut taken = Vec::new();
        let slow = |job: u64| {
            thread::sleep(std::time::Duration::from_micros((job * 37) % 200));
            job * 2
        };
        in_order(
            || given.next(),
            slow,
            |outcome| {
                taken.push(outcome);
                ControlFlow::Continue(())
            },
        );
        assert_eq!(taken, (0..500).map(|job| job * 2).collect::<Vec<_>>());
    }

    #[test]
    fn what_is_broken_off_leaves_the_rest_alone() {
        let begun = AtomicUsize::new(0);
        let mut given = 0..1_000_000;
        let mut taken = 0;
        let work = |job: usize| {
            begun.fetch_add(1, Ordering::Relaxed);
            job
        };
        in_order(
            || given.next(),
            work,
            |_| {
                taken += 1;
                if taken == 10 { ControlFlow::Break(()) } else { ControlFlow::Continue(()) }
            },
        );
        assert_eq!(taken, 10);
        assert!(begun.load(Ordering::Relaxed) < 100);
    }

    #[test]
    fn without_work_nothing_is_taken() {
        in_order(|| None::<u8>, |job| job, |_| panic!("nothing was given"));
    }
}
