import { abstraction } from './litigation/abstraction.ts';
import { rules } from './litigation/rules.ts';
import { plants } from './litigation/plants.ts';
import { prove } from './prove.ts';

prove({ abstraction, rules, plants });
