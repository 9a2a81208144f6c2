import { i18n } from "@lingui/core";
import type { AnyRouter } from "@tanstack/react-router";
import { onPageTitle, pageTitle } from "../parts/page-title.ts";

/** Sets the title of each page, and moves the focus to a new one, so that screen readers read it from its beginning. */
export function followNavigation(router: AnyRouter): void {
	const name = () => {
		const id = router.state.matches.at(-1)?.staticData.title;
		const title = pageTitle() ?? (id && i18n._(id));
		document.title = title ? `${title} - Throughline` : "Throughline";
	};
	i18n.on("change", name);
	onPageTitle(name);
	router.subscribe("onRendered", ({ pathChanged, fromLocation }) => {
		name();
		if (pathChanged && fromLocation)
			document.querySelector<HTMLElement>("#main")?.focus({ preventScroll: true });
	});
}
