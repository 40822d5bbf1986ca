import { useRouteError } from 'react-router';
import { Button } from '#web/parts/button.tsx';
import { Page } from '#web/parts/page.tsx';
import { Trouble } from '#web/parts/trouble.tsx';
import { useSay } from '#web/words/language.ts';

const WORDS = {
  title: { zh: '页面出错了', en: 'This page has failed' },
  again: { zh: '重新载入', en: 'Load it again' },
};

/** A page that failed to draw or to load; the others still work. */
export function BrokenPage() {
  const say = useSay();
  return (
    <Page title={WORDS.title}>
      <Trouble error={useRouteError()} />
      <p>
        <Button look="primary" onClick={() => location.reload()}>
          {say(WORDS.again)}
        </Button>
      </p>
    </Page>
  );
}
