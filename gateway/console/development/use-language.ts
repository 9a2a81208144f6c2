import { useSyncExternalStore } from "react";

const html = document.documentElement;

function subscribe(listen: () => void): () => void {
	const watch = new MutationObserver(listen);
	watch.observe(html, { attributeFilter: ["lang"] });
	return () => watch.disconnect();
}

/** The language of the page; this script is built apart from those that choose it. */
export function useLanguage(): string {
	return useSyncExternalStore(subscribe, () => html.lang);
}
