import { useMemo, useSyncExternalStore } from "react";
import type { ReadColor } from "./chart-kinds.ts";

const dark = matchMedia("(prefers-color-scheme: dark)");

function subscribe(listen: () => void): () => void {
	const watch = new MutationObserver(listen);
	watch.observe(document.documentElement, { attributeFilter: ["data-theme"] });
	dark.addEventListener("change", listen);
	return () => {
		watch.disconnect();
		dark.removeEventListener("change", listen);
	};
}

const current = () => `${document.documentElement.dataset.theme} ${dark.matches}`;

/** What a token is in the theme that is worn: a colour that is computed, since tokens name one for each theme. */
function readColors(): ReadColor {
	const known = new Map<string, string>();
	return (token) => {
		const value = known.get(token) ?? computed(token);
		known.set(token, value);
		return value;
	};
}

function computed(token: string): string {
	const probe = document.createElement("span");
	probe.style.color = `var(${token})`;
	document.body.append(probe);
	const { color } = getComputedStyle(probe);
	probe.remove();
	return color;
}

/** The colours of the theme for what is drawn by a library; another function once the theme changes. */
export function useThemeColors(): ReadColor {
	const theme = useSyncExternalStore(subscribe, current);
	return useMemo(() => readColors(), [theme]);
}
