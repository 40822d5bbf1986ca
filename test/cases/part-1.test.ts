import { performPart } from '#test/stage/perform-part.ts';

await performPart(0, 4);
