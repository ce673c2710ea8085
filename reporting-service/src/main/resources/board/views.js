// The parts of the page, each made of data and of what happens when somebody acts on it.

import {el, svg} from './dom.js';
import {named, number, percent, shownDay, shownMonth, t} from './words.js';

const BOUNDS = [0.4, 0.6, 0.8, 0.95];

/** 0 (worst) to 4; null when nothing is owed. Shown as colour, bars and number. */
function level(share) {
  return share === null || share === undefined ? null : BOUNDS.filter(bound => share >= bound).length;
}

function bars(value) {
  return el('span', {class: 'bars', 'aria-hidden': 'true'},
    [0, 1, 2, 3, 4].map(i => el('i', {class: value !== null && i <= value ? 'on' : 'off'})));
}

function shaded(share) {
  const value = level(share);
  return value === null ? 'level-none' : 'level-' + value;
}

function meter(label, share, hint) {
  return el('div', {class: 'meter ' + shaded(share)},
    el('span', {class: 'meter-label', title: hint}, label),
    el('strong', {}, percent(share)), bars(level(share)));
}

function card(id, title, numbers, facts) {
  return el('section', {class: 'card', 'aria-labelledby': id},
    el('h2', {id}, title),
    el('div', {class: 'meters'},
      meter(t('completeness'), numbers.completeness, t('completenessHint')),
      meter(t('timeliness'), numbers.timeliness, t('timelinessHint'))),
    el('dl', {}, facts.map(([word, value, alarm]) =>
      el('div', {class: alarm && value ? 'alarm' : null}, el('dt', {}, t(word)), el('dd', {}, number(value))))));
}

export function cards({assignments, registrations, reports}) {
  return el('div', {class: 'cards'},
    card('c-a', t('assignments'), assignments, [
      ['total', assignments.total], ['done', assignments.done], ['late', assignments.doneLate],
      ['submitted', assignments.submitted], ['awaited', assignments.awaited], ['overdue', assignments.overdue, true],
      ['undated', assignments.undated], ['waived', assignments.waived]]),
    card('c-r', t('registrations'), registrations, [
      ['owes', registrations.owes], ['accepted', registrations.accepted], ['submitted', registrations.submitted],
      ['exempt', registrations.exempt], ['late', registrations.late], ['missing', registrations.missing, true]]),
    card('c-p', t('reports'), reports, [
      ['expected', reports.expected], ['due', reports.due], ['submitted', reports.submitted],
      ['accepted', reports.accepted], ['late', reports.late], ['missing', reports.missing, true]]));
}

function tile(child, measure, open) {
  const share = child.assignments[measure];
  const facts = [
    `${t('completeness')} ${percent(child.assignments.completeness)}`,
    `${t('timeliness')} ${percent(child.assignments.timeliness)}`,
    `${t('overdue')} ${number(child.assignments.overdue)}`,
    `${t('missing')} ${number(child.registrations.missing)}`];
  return el('li', {}, el('button', {type: 'button', class: 'tile ' + shaded(share), 'data-id': child.organisationId,
    'aria-label': `${child.name}: ${facts.join(', ')}. ${t('open')}`, onclick: () => open(child.organisationId)},
    el('span', {class: 'tile-name'}, child.name),
    share === null || share === undefined ? el('span', {class: 'tile-none'}, t('none'))
      : el('span', {class: 'tile-share'}, percent(share), bars(level(share))),
    el('span', {class: 'tile-facts'},
      `${t('overdue')}: ${number(child.assignments.overdue)} · ${t('missing')}: ${number(child.registrations.missing)}`)));
}

export function heatMap(children, measure, act) {
  const tiles = el('ul', {class: 'tiles'}, children.items.map(child => tile(child, measure, act.open)));
  const more = el('button', {type: 'button', class: 'more'}, t('more'));
  let cursor = children.nextCursor;
  more.hidden = !cursor;
  more.addEventListener('click', async () => {
    more.disabled = true;
    try {
      const next = await act.more(cursor);
      tiles.append(...next.items.map(child => tile(child, measure, act.open)));
      cursor = next.nextCursor;
      more.hidden = !cursor;
    } finally {
      more.disabled = false;
    }
  });
  const choose = name => el('label', {}, el('input', {type: 'radio', name: 'measure', value: name,
    checked: name === measure, onchange: () => act.measure(name)}), t(name));
  return el('section', {'aria-labelledby': 'h-map'},
    el('h2', {id: 'h-map'}, t('map')),
    children.items.length ? el('fieldset', {class: 'measure'}, el('legend', {}, t('measure')),
      choose('completeness'), choose('timeliness')) : null,
    children.items.length ? el('p', {class: 'note'}, t('worstFirst')) : el('p', {}, t('noChildren')),
    tiles, more,
    children.items.length ? el('ul', {class: 'legend', 'aria-label': t('legend')},
      t('levels').map((text, i) => el('li', {class: 'level-' + i}, bars(i), text)),
      el('li', {class: 'level-none'}, bars(null), t('none'))) : null);
}

const WIDTH = 600;
const HEIGHT = 190;
const EDGE = {left: 44, right: 8, top: 12, bottom: 26};

/** Two lines, told apart by dashes and by labels, not by colour alone. */
export function trend({days}) {
  const came = days.map(day => day.assignments.submitted + day.assignments.done + day.assignments.doneLate);
  const over = days.map(day => day.assignments.overdue);
  const most = Math.max(1, ...came, ...over);
  const x = i => EDGE.left + i * (WIDTH - EDGE.left - EDGE.right) / Math.max(1, days.length - 1);
  const y = value => HEIGHT - EDGE.bottom - value * (HEIGHT - EDGE.top - EDGE.bottom) / most;
  const line = (values, name) => svg('polyline', {class: name, points: values.map((v, i) => `${x(i)},${y(v)}`).join(' ')});
  const last = days.length - 1;
  const text = t('trendText', {from: shownDay(days[0].day), in0: number(came[0]), over0: number(over[0]),
    to: shownDay(days[last].day), in1: number(came[last]), over1: number(over[last])});
  return el('section', {'aria-labelledby': 'h-trend'},
    el('h2', {id: 'h-trend'}, t('trend')),
    svg('svg', {class: 'trend', viewBox: `0 0 ${WIDTH} ${HEIGHT}`, role: 'img', 'aria-label': text},
      [0, 0.5, 1].map(part => svg('line', {class: 'grid', x1: EDGE.left, x2: WIDTH - EDGE.right, y1: y(most * part),
        y2: y(most * part)})),
      [0, most].map(value => svg('text', {x: EDGE.left - 6, y: y(value) + 4, 'text-anchor': 'end'}, number(value))),
      svg('text', {x: EDGE.left, y: HEIGHT - 6}, shownDay(days[0].day)),
      svg('text', {x: WIDTH - EDGE.right, y: HEIGHT - 6, 'text-anchor': 'end'}, shownDay(days[last].day)),
      line(came, 'line-in'), line(over, 'line-over')),
    el('ul', {class: 'legend lines'}, el('li', {class: 'key-in'}, t('trendIn')), el('li', {class: 'key-over'}, t('trendOverdue'))),
    el('p', {class: 'note'}, text));
}

export function calendar(month, due, act) {
  const [year, number_] = month.split('-').map(Number);
  const first = (new Date(Date.UTC(year, number_ - 1, 1)).getUTCDay() + 6) % 7;
  const length = new Date(Date.UTC(year, number_, 0)).getUTCDate();
  const other = step => new Date(Date.UTC(year, number_ - 1 + step, 1)).toISOString().slice(0, 7);
  const byDay = new Map();
  for (const each of due.days) {
    const sum = byDay.get(each.day) || {owed: 0, open: 0, kinds: []};
    sum.owed += each.owed;
    sum.open += each.open;
    sum.kinds.push(`${named('kinds', each.kind)}: ${number(each.owed)}`);
    byDay.set(each.day, sum);
  }
  const cell = date => {
    const day = `${month}-${String(date).padStart(2, '0')}`;
    const sum = byDay.get(day);
    const today = day === due.today ? 'today' : null;
    if (!sum || !sum.owed) return el('td', {class: today}, el('span', {class: 'date'}, date));
    const state = sum.open === 0 ? 'all-in' : day < due.today ? 'past-open' : 'open';
    const told = t('dayText', {day: shownDay(day), owed: number(sum.owed), open: number(sum.open)});
    return el('td', {class: today}, el('button', {type: 'button', class: 'due ' + state, title: sum.kinds.join('\n'),
      'aria-label': `${told}. ${sum.kinds.join(', ')}`, 'data-day': day, onclick: () => act.day(day)},
      el('span', {class: 'date'}, date),
      el('span', {class: 'count'}, state === 'all-in' ? '✓ ' : state === 'past-open' ? '! ' : '',
        sum.open ? `${number(sum.open)}/${number(sum.owed)}` : number(sum.owed))));
  };
  const weeks = [];
  for (let date = 1 - first; date <= length; date += 7) {
    weeks.push(el('tr', {}, [0, 1, 2, 3, 4, 5, 6].map(i =>
      date + i < 1 || date + i > length ? el('td', {class: 'outside'}) : cell(date + i))));
  }
  return el('section', {'aria-labelledby': 'h-calendar'},
    el('h2', {id: 'h-calendar'}, t('calendar')),
    el('div', {class: 'month'},
      el('button', {type: 'button', 'aria-label': t('previous'), onclick: () => act.month(other(-1))}, '‹'),
      el('strong', {}, shownMonth(month)),
      el('button', {type: 'button', 'aria-label': t('next'), onclick: () => act.month(other(1))}, '›')),
    el('table', {class: 'calendar'}, el('thead', {}, el('tr', {}, t('weekdays').map((word, i) =>
      el('th', {scope: 'col'}, el('abbr', {title: t('weekdayNames')[i]}, word))))), el('tbody', {}, weeks)),
    byDay.size ? null : el('p', {class: 'note'}, t('nothingDue')));
}

function table(id, headings, rows) {
  return el('table', {class: 'list', 'aria-labelledby': id},
    el('thead', {}, el('tr', {}, headings.map(heading => el('th', {scope: 'col'}, heading)))),
    el('tbody', {}, rows.map(row => tableRow(headings, row))));
}

/** On a phone a row becomes a card, and each cell says what it is. */
function tableRow(headings, cells) {
  return el('tr', {}, cells.map((cell, i) => el(i ? 'td' : 'th', {scope: i ? null : 'row', 'data-label': headings[i]}, cell)));
}

export function dayDetail(day, due, names, close) {
  return el('section', {class: 'detail', 'aria-labelledby': 'h-day'},
    el('h2', {id: 'h-day', tabindex: '-1'}, t('dueOn', {day: shownDay(day)})),
    due.items.length ? null : el('p', {}, t('noneInReach')),
    table('h-day', [t('who'), t('what'), t('standing')], due.items.map(each => [
      names.get(each.organisationId) || each.organisationId.slice(0, 8),
      named('kinds', each.kind), named('standings', each.standing)])),
    due.nextCursor ? el('p', {class: 'note'}, '…') : null,
    el('button', {type: 'button', onclick: close}, t('close')));
}

export function lateList(late, next, failed) {
  const headings = [t('who'), t('what'), t('deadline'), t('received'), t('daysLate')];
  const row = each => [each.organisationName, named('kinds', each.kind), shownDay(each.dueOn),
    each.receivedOn ? shownDay(each.receivedOn) : el('strong', {class: 'not-in'}, t('notIn')), number(each.daysLate)];
  const rows = table('h-late', headings, late.items.map(row));
  const more = el('button', {type: 'button', class: 'more'}, t('more'));
  let cursor = late.nextCursor;
  more.hidden = !cursor;
  more.addEventListener('click', async () => {
    more.disabled = true;
    try {
      const page = await next(cursor);
      rows.querySelector('tbody').append(...page.items.map(each => tableRow(headings, row(each))));
      cursor = page.nextCursor;
      more.hidden = !cursor;
    } catch (failure) {
      failed(failure);
    } finally {
      more.disabled = false;
    }
  });
  return el('section', {'aria-labelledby': 'h-late'},
    el('h2', {id: 'h-late'}, t('lateList')),
    late.items.length ? [el('p', {class: 'note'}, t('lateHint')), rows, more] : el('p', {}, t('nobodyLate')));
}

export function kinds(byKind) {
  if (!byKind.length) return null;
  return el('section', {'aria-labelledby': 'h-kinds'},
    el('h2', {id: 'h-kinds'}, t('byKind')),
    table('h-kinds', [t('kind'), t('total'), t('in'), t('overdue'), t('completeness'), t('timeliness')],
      byKind.map(({kind, assignments}) => [named('kinds', kind), number(assignments.total),
        number(assignments.submitted + assignments.done + assignments.doneLate), number(assignments.overdue),
        percent(assignments.completeness), percent(assignments.timeliness)])));
}
