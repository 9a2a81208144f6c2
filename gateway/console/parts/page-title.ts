import { useEffect } from "react";

let title: string | undefined;
const listeners = new Set<() => void>();

/** The name of the record that the page shows, for the title of the document; undefined where the page is of no single one. */
export const pageTitle = () => title;

export function onPageTitle(listen: () => void): void {
	listeners.add(listen);
}

/** Names the document after the record that the page shows, once its name is known. */
export function usePageTitle(name: string | undefined): void {
	useEffect(() => {
		const set = (next: string | undefined) => {
			title = next;
			for (const listen of listeners) listen();
		};
		set(name);
		return () => set(undefined);
	}, [name]);
}
