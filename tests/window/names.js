// Finds what a person would name: an element by its role and its accessible name.
// A short form of "Accessible Name and Description Computation 1.2", enough for our own pages.

const ROLES = [
  ['h1,h2,h3,h4,h5,h6', 'heading'],
  ['button,summary,input[type=button],input[type=submit],input[type=reset]', 'button'],
  ['a[href],area[href]', 'link'],
  ['input[type=checkbox]', 'checkbox'],
  ['input[type=radio]', 'radio'],
  ['input[type=range]', 'slider'],
  ['input[type=number]', 'spinbutton'],
  ['input[list]', 'combobox'],
  ['input[type=search]', 'searchbox'],
  ['textarea,input', 'textbox'],
  ['select[multiple],select[size]', 'listbox'],
  ['select', 'combobox'],
  ['option', 'option'],
  ['nav', 'navigation'],
  ['main', 'main'],
  ['aside', 'complementary'],
  ['dialog', 'dialog'],
  ['form', 'form'],
  ['article', 'article'],
  ['section', 'region'],
  ['ul,ol', 'list'],
  ['li', 'listitem'],
  ['table', 'table'],
  ['tr', 'row'],
  ['td', 'cell'],
  ['th', 'columnheader'],
  ['img', 'img'],
  ['output', 'status'],
  ['progress', 'progressbar'],
];

const tidy = (text) => (text ?? '').replace(/\s+/g, ' ').trim();

const roleOf = (element) =>
  element.getAttribute('role') ?? ROLES.find(([selector]) => element.matches(selector))?.[1];

const perceivable = (element) =>
  element.checkVisibility({ visibilityProperty: true }) && !element.closest('[aria-hidden=true],[inert]');

// What an element says, leaving out what is kept from a screen reader.
function words(node) {
  if (node.nodeType === Node.TEXT_NODE) return node.data;
  if (node.nodeType !== Node.ELEMENT_NODE || node.matches('[aria-hidden=true],[hidden],script,style')) return '';
  if (node.hasAttribute('aria-label')) return node.getAttribute('aria-label');
  if (node.matches('img')) return node.alt;
  if (node.matches('input,textarea,select')) return '';
  return [...node.childNodes].map(words).join(' ');
}

function nameOf(element) {
  const named = element
    .getAttribute('aria-labelledby')
    ?.split(/\s+/)
    .map((id) => document.getElementById(id))
    .filter(Boolean);
  if (named?.length) return tidy(named.map(words).join(' '));
  if (element.hasAttribute('aria-label')) return tidy(element.getAttribute('aria-label'));
  if (element.labels?.length) return tidy([...element.labels].map(words).join(' '));
  return tidy(words(element)) || tidy(element.title) || tidy(element.placeholder) || tidy(element.value);
}

// The element whose name is this one, else the only one whose name has it in it.
// Roles may be several, with spaces between. What is found otherwise is said, for the complaint.
function find(roles, name) {
  const wanted = roles.split(' ');
  const all = [...document.querySelectorAll('*')]
    .filter((element) => wanted.includes(roleOf(element)) && perceivable(element))
    .map((element) => ({ element, name: nameOf(element) }));
  const exact = all.filter((it) => it.name === name);
  const near = all.filter((it) => it.name.includes(name));
  const found = exact[0] ?? (near.length === 1 || name === '' ? near[0] : undefined);
  return found ? { element: found.element } : { names: all.map((it) => it.name) };
}
