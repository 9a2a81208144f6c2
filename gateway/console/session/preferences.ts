/** What a reader has chosen on this device: nothing that tells who it is or what was looked at. */
export type Language = "en" | "zh";
export type Theme = "system" | "light" | "dark";

const LANGUAGE = "language";
const THEME = "theme";

function read(key: string): string | null {
	try {
		return localStorage.getItem(key);
	} catch {
		// A browser may refuse storage; the choice then lasts as long as the page.
		return null;
	}
}

function write(key: string, value: string): void {
	try {
		localStorage.setItem(key, value);
	} catch {
		// As above.
	}
}

export function chosenLanguage(): Language {
	const chosen = read(LANGUAGE) ?? navigator.language.slice(0, 2);
	return chosen === "zh" ? "zh" : "en";
}

export function rememberLanguage(language: Language): void {
	write(LANGUAGE, language);
}

export function chosenTheme(): Theme {
	const chosen = read(THEME);
	return chosen === "light" || chosen === "dark" ? chosen : "system";
}

/** Shows the page light, dark, or as the device is set. */
export function wear(theme: Theme): void {
	write(THEME, theme);
	if (theme === "system") delete document.documentElement.dataset.theme;
	else document.documentElement.dataset.theme = theme;
}
