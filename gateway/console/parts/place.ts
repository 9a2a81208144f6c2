import type { PlaceFieldsFragment } from "../graphql/graphql.ts";
import type { Words } from "../words/use-words.ts";

/** A place in words: city, state and, abroad, country. */
export function placeText(t: Words, { city, state, country, nativeCity }: PlaceFieldsFragment) {
	const name = t.language === "zh" ? (nativeCity ?? city) : city;
	const region = state && t.maybe(`state.${state}`, state.replace(/^US-/, ""));
	return [name, region, country !== "US" && t.maybe(`country.${country}`, country)]
		.filter(Boolean)
		.join(t.language === "zh" ? "，" : ", ");
}

/** The name of a record in the language of the page. */
export function nameText(
	t: Words,
	{ name, nativeName }: { name: string; nativeName?: string | null },
) {
	return (t.language === "zh" && nativeName) || name;
}
