import './css/tokens.css';
import './css/base.css';
import './css/parts.css';
import './css/charts.css';
import { mount } from 'svelte';
import App from './App.svelte';

const page = document.getElementById('page');
if (page) {
  mount(App, { target: page });
}
