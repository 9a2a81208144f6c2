import { i18n, type Messages } from "@lingui/core";
import { chosenLanguage, type Language, rememberLanguage } from "../session/preferences.ts";
import type { CatalogueName } from "./ids.ts";

const files = import.meta.glob<{ default: Messages }>("./*/*.json");
const wanted = new Set<CatalogueName>();

async function load(language: Language, names: Iterable<CatalogueName>): Promise<void> {
	const loads = [...names].map(async (name) => {
		const file = await files[`./${language}/${name}.json`]?.();
		if (file) i18n.load(language, file.default);
	});
	await Promise.all(loads);
}

/** Loads a page's words in the current language; a page's route does so before it is shown. */
export async function loadWords(...names: CatalogueName[]): Promise<void> {
	const missing = names.filter((name) => !wanted.has(name));
	for (const name of missing) wanted.add(name);
	await load(currentLanguage(), missing);
}

function currentLanguage(): Language {
	return (i18n.locale || chosenLanguage()) as Language;
}

/** Changes the language of everything that is shown. */
export async function speak(language: Language): Promise<void> {
	await load(language, wanted);
	rememberLanguage(language);
	document.documentElement.lang = language === "zh" ? "zh-Hans" : "en";
	i18n.activate(language);
}
