// The page: what is looked at stands in the address (#plan=…&at=…&day=…), so that back and reload work.

import {read, Refused, session} from './api.js';
import {el, replace} from './dom.js';
import {calendar, cards, dayDetail, heatMap, kinds, lateList, trend} from './views.js';
import {language, shownDay, switchLanguage, t} from './words.js';

const content = document.getElementById('content');
const tools = document.getElementById('tools');
const status = document.getElementById('status');
const LATE_PAGE = 20;

let choices = null;
let shown = 0;

function look() {
  const address = new URLSearchParams(location.hash.slice(1));
  return {
    plan: address.get('plan'), at: address.get('at'), day: address.get('day'), month: address.get('month'),
    measure: address.get('measure') === 'timeliness' ? 'timeliness' : 'completeness',
    trail: (address.get('trail') || '').split('.').filter(Boolean),
  };
}

function go(change) {
  const next = {...look(), ...change};
  const address = new URLSearchParams();
  for (const name of ['plan', 'at', 'day', 'month', 'measure']) if (next[name]) address.set(name, next[name]);
  if (next.trail.length) address.set('trail', next.trail.join('.'));
  location.hash = address.toString();
}

const ask = (path, parameters) => read(path, parameters, language());

/** Names of organisations seen so far, for the path at the top. */
const names = new Map();

async function show(focus) {
  const turn = ++shown;
  document.documentElement.lang = language();
  document.title = t('title') + ' · Tiến Độ';
  document.getElementById('skip').textContent = t('skip');
  if (!session.token()) return signIn();
  bar();
  status.textContent = t('loading');
  try {
    choices ??= await ask('/progress/choices');
    choices.organisations.forEach(each => names.set(each.organisationId, each.name));
    if (!choices.organisations.length) return notice(t('nothing'));
    if (!choices.plans.length) return notice(t('noPlans'));
    const view = look();
    const plan = view.plan || choices.plans[0].planId;
    const at = view.at || choices.organisations[0].organisationId;
    const month = view.month || (view.day || choices.today).slice(0, 7);
    const question = {plan, organisation: at};
    const last = new Date(Date.UTC(...month.split('-').map(Number), 0)).getUTCDate();
    const [progress, days, due, late] = await Promise.all([
      ask('/progress', {...question, asOf: view.day, limit: 60}),
      ask('/progress/trend', {...question, to: view.day}),
      ask('/progress/due-days', {...question, from: month + '-01', to: `${month}-${last}`}),
      ask('/timeliness/late', {...question, limit: LATE_PAGE}),
    ]);
    if (turn !== shown) return;
    names.set(at, progress.organisationName);
    progress.children.items.forEach(child => names.set(child.organisationId, child.name));
    page(view, {plan, at, month}, progress, days, due, late);
    status.textContent = t('ready');
    if (focus) document.getElementById('place').focus();
  } catch (failure) {
    if (turn === shown) failed(failure);
  }
}

function page(view, {plan, at, month}, progress, days, due, late) {
  const question = {plan, organisation: at};
  replace(content,
    controls(view, plan, progress.asOf),
    path(view, at),
    el('h1', {id: 'place', tabindex: '-1'}, progress.organisationName),
    el('p', {class: 'note'}, `${progress.planTitle} (${progress.year}). ${t('asOf', {day: shownDay(progress.asOf)})}.`),
    cards(progress),
    heatMap(progress.children, view.measure, {
      measure: measure => go({measure}),
      open: child => go({at: child, trail: [...view.trail, at]}),
      more: cursor => ask('/progress', {...question, asOf: view.day, limit: 60, cursor}).then(next => {
        next.children.items.forEach(child => names.set(child.organisationId, child.name));
        return next.children;
      }),
    }),
    el('div', {class: 'columns'},
      trend(days),
      calendar(month, due, {
        month: next => go({month: next}),
        day: day => showDay(day, question),
      })),
    el('div', {id: 'day'}),
    lateList(late, cursor => ask('/timeliness/late', {...question, limit: LATE_PAGE, cursor}), failed),
    kinds(progress.assignmentsByKind));
}

async function showDay(day, question) {
  const place = document.getElementById('day');
  status.textContent = t('loading');
  try {
    const due = await ask('/assignments', {...question, dueFrom: day, dueTo: day, limit: 50});
    const unknown = [...new Set(due.items.map(each => each.organisationId))].filter(id => !names.has(id));
    await Promise.all(unknown.map(id => ask('/organisations/' + id)
      .then(each => names.set(id, each.name)).catch(() => names.set(id, id.slice(0, 8)))));
    replace(place, dayDetail(day, due, names, () => replace(place)));
    place.querySelector('h2').focus();
    status.textContent = t('ready');
  } catch (failure) {
    failed(failure, place);
  }
}

function controls(view, plan, day) {
  const plans = el('select', {id: 'plan', onchange: event => go({plan: event.target.value, month: null})},
    choices.plans.map(each => el('option', {value: each.planId, selected: each.planId === plan},
      `${each.year} · ${each.title}`)));
  const date = el('input', {type: 'date', id: 'day-of', value: day, max: choices.today,
    onchange: event => go({day: event.target.value && event.target.value < choices.today ? event.target.value : null})});
  return el('form', {class: 'controls', onsubmit: event => event.preventDefault()},
    el('label', {for: 'plan'}, t('plan')), plans,
    el('label', {for: 'day-of'}, t('day')), date,
    view.day ? el('button', {type: 'button', onclick: () => go({day: null})}, t('today')) : null);
}

function path(view, at) {
  const step = (id, trail) => el('li', {}, id === at
    ? el('span', {'aria-current': 'page'}, names.get(id) || id.slice(0, 8))
    : el('button', {type: 'button', class: 'link', onclick: () => go({at: id, trail})}, names.get(id) || id.slice(0, 8)));
  const others = view.trail.length ? [] : choices.organisations.filter(each => each.organisationId !== at);
  return el('nav', {'aria-label': t('path')}, el('ol', {class: 'path'},
    view.trail.map((id, i) => step(id, view.trail.slice(0, i))), step(at, view.trail),
    others.map(each => step(each.organisationId, []))));
}

function bar() {
  replace(tools,
    el('button', {type: 'button', id: 'language', lang: language() === 'vi' ? 'en' : 'vi',
      onclick: () => { switchLanguage(); show(); }}, t('language')),
    session.token() ? el('button', {type: 'button', onclick: () => print()}, t('print')) : null,
    session.token() ? el('button', {type: 'button', id: 'sign-out', onclick: leave}, t('signOut')) : null);
}

function leave() {
  session.signOut();
  choices = null;
  names.clear();
  history.replaceState(null, '', location.pathname);
  show();
}

function signIn(message) {
  bar();
  status.textContent = '';
  const token = el('textarea', {id: 'token', rows: 4, required: true, autocomplete: 'off', spellcheck: 'false',
    'aria-describedby': 'token-hint'});
  replace(content, el('form', {class: 'sign-in', onsubmit: event => {
    event.preventDefault();
    session.signIn(token.value);
    show(true);
  }},
    el('h1', {}, t('title')),
    message ? el('p', {class: 'notice', role: 'alert'}, message) : null,
    el('label', {for: 'token'}, t('token')), token,
    el('p', {id: 'token-hint', class: 'note'}, t('tokenHint')),
    el('button', {type: 'submit', class: 'primary'}, t('signIn'))));
}

function notice(text) {
  status.textContent = '';
  replace(content, el('p', {class: 'notice'}, text));
}

function failed(failure, place = content) {
  status.textContent = '';
  if (failure instanceof Refused && failure.status === 401) {
    session.signOut();
    choices = null;
    return signIn(t('expired'));
  }
  replace(place, el('div', {class: 'notice', role: 'alert'},
    el('p', {}, `${t('failed')}: ${failure.message}`),
    el('button', {type: 'button', onclick: () => show()}, t('again'))));
}

addEventListener('hashchange', () => show(true));
show();
