/** Hangs the window. In a browser (development only) invented people stand in for Rust. */
import './style/index.css';
import { mount } from 'svelte';
import { desk, inWindow, outside } from './bridge/tauri';
import Entrance from './entrance/Entrance.svelte';

const target = document.getElementById('app');
if (!target) throw new Error('index.html has no #app');

if (import.meta.env.DEV && !inWindow()) {
  void import('./dev/main').then((dev) => dev.hang(target));
} else {
  mount(Entrance, { target, props: { desk, outside } });
}
