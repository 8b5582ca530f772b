/** The sample article, analysed by the background and marked by the real reader: marks, card and keyboard are those of any page. */
import { useEffect, useRef, useState } from 'preact/hooks';
import { useTexts } from '../../components/text.tsx';
import { SAMPLE } from './sample.ts';
import { showSample } from './show-sample.ts';

export function Sample() {
  const { t, count } = useTexts();
  const article = useRef<HTMLElement>(null);
  const [found, setFound] = useState<number>();
  const [problem, setProblem] = useState('');
  useEffect(() => {
    const life = new AbortController();
    if (article.current) {
      showSample(article.current, life.signal).then(setFound, (error: unknown) => setProblem(error instanceof Error ? error.message : String(error)));
    }
    return () => life.abort();
  }, []);
  return (
    <>
      <article ref={article} class="sample" lang="en" dir="ltr">
        <h3>{SAMPLE.title}</h3>
        {SAMPLE.paragraphs.map((paragraph) => (
          <p key={paragraph}>{paragraph}</p>
        ))}
      </article>
      <p class="small soft" role="status" data-found={found}>
        {problem || (found === undefined ? t('readingTitle') : `${count('welcomeFound', found)} ${t('welcomeTry')}`)}
      </p>
    </>
  );
}
