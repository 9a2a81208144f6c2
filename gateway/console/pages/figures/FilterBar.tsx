import { useQuery } from "@tanstack/react-query";
import { FigureChoicesDocument } from "../../graphql/graphql.ts";
import { ask } from "../../graphql/query.ts";
import { Picker } from "../../parts/Picker.tsx";
import { useWords } from "../../words/use-words.ts";
import look from "./FilterBar.module.css";
import { type ChoiceName, optionsOf, type PickedName } from "./options.ts";
import { SearchField } from "./SearchField.tsx";
import { subjectsFrom, subjectsOf } from "./subjects.ts";
import type { View } from "./view.ts";

const PICKED = ["properties", "documents", "years", "doubtIds"] as const;
const FLAGS = ["true", "false"] as const;
const ORDERS = ["figure", "-value", "value", "-year", "year", "document"] as const;

/** Which figures are listed: words, what they are of, and what is known about them. */
export function FilterBar({ view }: { view: View }) {
	const t = useWords();
	const { filters, set } = view;
	const { data } = useQuery(ask(FigureChoicesDocument, {}));
	const options = optionsOf(data?.data, t);

	function picker(name: PickedName, value: string[], onChange: (value: string[]) => void) {
		const [first] = value;
		const found = options[name].find(({ id }) => id === first)?.name ?? first;
		return (
			<Picker
				key={name}
				className={`action ${first ? look.set : ""}`}
				label={t(`figures.pick.${name}`)}
				options={options[name]}
				value={value}
				onChange={onChange}
			>
				<span className={look.chosen}>
					{first
						? t("figures.chosen", { first: found, count: value.length - 1 })
						: t(`figures.any.${name}`)}
				</span>
			</Picker>
		);
	}
	const select = (
		name: ChoiceName,
		any: string,
		choices: ReadonlyArray<{ value: string; said: string }>,
	) => (
		<select
			key={name}
			aria-label={t(`figures.pick.${name}`)}
			className={name === "sort" ? look.order : filters[name] && look.set}
			value={filters[name]?.[0] ?? ""}
			onChange={({ target: { value } }) => set({ [name]: value ? [value] : [] })}
		>
			<option value="">{any}</option>
			{choices.map(({ value, said }) => (
				<option key={value} value={value}>
					{said}
				</option>
			))}
		</select>
	);
	return (
		<div className={`${look.bar} screen-only`}>
			<SearchField
				// What the address says replaces what was typed.
				key={filters.search?.[0] ?? ""}
				label={t("figures.search")}
				value={filters.search?.[0] ?? ""}
				onSearch={(text) => set({ search: text ? [text] : [] })}
			/>
			{picker("subjects", subjectsOf(filters), (value) => set(subjectsFrom(value)))}
			{PICKED.map((name) => picker(name, filters[name] ?? [], (value) => set({ [name]: value })))}
			{select(
				"accepted",
				t("figures.any.accepted"),
				FLAGS.map((value) => ({ value, said: t(`figures.accepted.${value}`) })),
			)}
			{select(
				"inDoubt",
				t("figures.any.inDoubt"),
				FLAGS.map((value) => ({ value, said: t(`figures.inDoubt.${value}`) })),
			)}
			{select(
				"sort",
				t("figures.order"),
				ORDERS.map((value) => ({ value, said: t(`figures.sort.${value}`) })),
			)}
			{view.isNarrowed && (
				<button type="button" className="action" onClick={view.clear}>
					{t("figures.clear")}
				</button>
			)}
		</div>
	);
}
