import type { ReactNode } from 'react';
import { Alarms } from './Alarms.tsx';
import { Band } from './Band.tsx';
import './page.css';

/** A calm page with one thing on it. */
export function Page({ title, children }: { readonly title: string; readonly children: ReactNode }) {
  return (
    <div className="page">
      <Band landmark />
      <Alarms />
      <main className="page__scroll">
        <div className="page__card">
          <h1 className="page__title" tabIndex={-1} data-home>
            {title}
          </h1>
          {children}
        </div>
      </main>
    </div>
  );
}
