import { i18n } from "@lingui/core";
import { createElement, Fragment, type ReactNode, useSyncExternalStore } from "react";
import { formatDate, formatNumber, formatShort, formatValue } from "./format.ts";
import type { MessageId } from "./ids.ts";

type Values = Record<string, unknown>;

/** Says messages and figures in one language. */
export type Words = {
	(id: MessageId, values?: Values): string;
	/** A message with elements in the places of some values, in the order of the language. */
	rich(id: MessageId, elements: Record<string, ReactNode>, values?: Values): ReactNode;
	/** The message with this id if the catalogues have one, otherwise `otherwise`: for words that partners may add. */
	maybe(id: string, otherwise: string): string;
	number(value: number): string;
	short(value: number): string;
	value(value: number, unit: string | null | undefined): string;
	date(date: string): string;
	language: string;
};

function wordsOf(language: string): Words {
	const say = (id: MessageId, values?: Values) => i18n._(id, values);
	return Object.assign(say, {
		rich(id: MessageId, elements: Record<string, ReactNode>, values?: Values) {
			// Elements stand between marks that no message contains.
			const marks = Object.fromEntries(
				Object.keys(elements).map((name) => [name, `\u0001${name}\u0001`]),
			);
			const parts = i18n._(id, { ...values, ...marks }).split("\u0001");
			// An element stays the same one where the sentence around it changes.
			const nodes = parts.map((part, index) =>
				index % 2 ? createElement(Fragment, { key: part }, elements[part]) : part,
			);
			return createElement(Fragment, null, ...nodes);
		},
		maybe: (id: string, otherwise: string) => (i18n.messages[id] ? i18n._(id) : otherwise),
		number: (value: number) => formatNumber(language, value),
		short: (value: number) => formatShort(language, value),
		value: (value: number, unit: string | null | undefined) => formatValue(language, value, unit),
		date: (date: string) => formatDate(language, date),
		language,
	});
}

const words = new Map<string, Words>();
const current = () => i18n.locale;
const subscribe = (listen: () => void) => i18n.on("change", listen);

/** What a component says; it is drawn again when the language changes. */
export function useWords(): Words {
	const language = useSyncExternalStore(subscribe, current);
	const known = words.get(language) ?? wordsOf(language);
	words.set(language, known);
	return known;
}
