import { abstraction } from './issue/abstraction.ts';
import { rules } from './issue/rules.ts';
import { plants } from './issue/plants.ts';
import { prove } from './prove.ts';

prove({ abstraction, rules, plants });
