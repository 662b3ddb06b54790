//! Each deed with the power gone in its middle.

use crate::system_calls::worker;
use support::dice::Dice;
use support::faults::{Deed, Ground, can_fail};
use support::power::Loss;

/// Of each deed and sort of loss; all together somewhat over a hundred.
const TRIALS: usize = 5;

#[test]
fn whatever_the_disk_had_written_what_was_confirmed_is_there() {
    assert!(can_fail(), "strace is not here, or may not trace (Debian: strace)");
    let mut dice = Dice::new(41);
    for deed in Deed::ALL {
        let ground = Ground::of(deed, worker);
        let recording = ground.recorded();
        assert!(recording.moments() > 3, "{}: nothing was recorded", deed.name());
        for loss in Loss::ALL {
            for _ in 0..TRIALS {
                if let Err(why) = ground.without_power(&recording, loss, &mut dice) {
                    panic!("{}, {}: {why}", deed.name(), loss.name());
                }
            }
        }
    }
}
