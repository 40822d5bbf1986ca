import { abstraction } from './criminal/abstraction.ts';
import { rules } from './criminal/rules.ts';
import { plants } from './criminal/plants.ts';
import { prove } from './prove.ts';

prove({ abstraction, rules, plants });
