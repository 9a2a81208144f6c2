import { createRootRouteWithContext } from "@tanstack/react-router";
import type { SignedIn } from "../session/states.ts";
import type { CatalogueName, MessageId } from "../words/ids.ts";
import { loadWords } from "../words/language.ts";

/** The route above all pages; `app/` gives it the shell. */
export const rootRoute = createRootRouteWithContext<object>()();

declare module "@tanstack/react-router" {
	interface StaticDataRouteOption {
		/** Title of the page, in the browser's tab and where pages are listed. */
		title?: MessageId;
		/** Place in the navigation; a page without one is not listed there. */
		place?: number;
		/** The page in the navigation to which this one belongs, where its address does not say so. */
		within?: string;
		/** Listed only for them; for everybody without. */
		roles?: readonly SignedIn["role"][];
	}
}

/** What a page's loader starts with: its words, and those of parts that have a catalogue, without which nothing is shown. */
export const wordsOf = (...names: CatalogueName[]) => loadWords(...names);
