import { Button } from '#web/parts/button.tsx';
import { speak, useLanguage, useSay } from '#web/words/language.ts';
import { chooseTheme, useTheme } from './theme.ts';

const WORDS = {
  dark: { zh: '深色', en: 'Dark' },
  light: { zh: '浅色', en: 'Light' },
};

/** Language and theme, kept in this browser. The language button is written in the language it leads to. */
export function PageSettings() {
  const say = useSay();
  const language = useLanguage();
  const theme = useTheme();
  const other = language === 'zh' ? 'en' : 'zh';
  return (
    <div className="page-settings">
      <Button look="quiet" lang={other === 'zh' ? 'zh-CN' : 'en'} onClick={() => speak(other)}>
        {other === 'zh' ? '中文' : 'English'}
      </Button>
      <Button look="quiet" onClick={() => chooseTheme(theme === 'dark' ? 'light' : 'dark')}>
        {say(theme === 'dark' ? WORDS.light : WORDS.dark)}
      </Button>
    </div>
  );
}
