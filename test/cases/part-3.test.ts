import { performPart } from '#test/stage/perform-part.ts';

await performPart(2, 4);
