// The list of templates: a draft that is dropped is named, and becomes one.

import {Naming} from './naming.js';
import {tellSaid} from './said.js';

tellSaid();
new Naming(document.getElementById('drop'));
performance.mark('ready');
