"use strict";
const all = (selector, root) => Array.from((root || document).querySelectorAll(selector));
const one = (selector, root) => (root || document).querySelector(selector);
const report = {}; // what one part of the script lends to the others; each part is a block of its own
document.documentElement.classList.add("js");
