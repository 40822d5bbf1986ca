import { useSay } from '#web/words/language.ts';
import './idle-cover.css';

const WORDS = {
  covered: { zh: '屏幕已遮蔽', en: 'Screen covered' },
  wake: { zh: '移动鼠标或按任意键继续。', en: 'Move the mouse or press a key to go on.' },
};

/** Over everything when nobody is at the screen: a passer-by reads nothing. */
export function IdleCover() {
  const say = useSay();
  return (
    <div className="idle-cover" role="status">
      <p className="idle-cover-title">{say(WORDS.covered)}</p>
      <p>{say(WORDS.wake)}</p>
    </div>
  );
}
