// The page that explains: faces beside the names. Everything else is there without a script.

import { avatar } from './dom.js';

for (const face of document.querySelectorAll('.face')) face.prepend(avatar(face.dataset));
