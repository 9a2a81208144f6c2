import { useRouter } from "@tanstack/react-router";
import { useWords } from "../words/use-words.ts";
import { usePageTitle } from "./page-title.ts";

/** What an id leads to that does not exist or may not be seen: the same page as for an address that leads to nothing. */
export function Nothing() {
	const t = useWords();
	const { defaultNotFoundComponent: NotFound } = useRouter().options;
	usePageTitle(t("not-found"));
	return NotFound ? <NotFound isNotFound routeId="__root__" /> : null;
}
