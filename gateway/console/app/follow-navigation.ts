import { i18n } from "@lingui/core";
import type { AnyRouter } from "@tanstack/react-router";

/** Sets the title of each page, and moves the focus to a new one, so that screen readers read it from its beginning. */
export function followNavigation(router: AnyRouter): void {
	const name = () => {
		const title = router.state.matches.at(-1)?.staticData.title;
		document.title = title ? `${i18n._(title)} - Throughline` : "Throughline";
	};
	i18n.on("change", name);
	router.subscribe("onRendered", ({ pathChanged, fromLocation }) => {
		name();
		if (pathChanged && fromLocation)
			document.querySelector<HTMLElement>("#main")?.focus({ preventScroll: true });
	});
}
