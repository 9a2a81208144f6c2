import { type Option, Picker } from "../../parts/Picker.tsx";
import { useWords, type Words } from "../../words/use-words.ts";
import type { ClauseName, FlagName, TextName } from "./clauses.ts";
import type { FilterName } from "./filters.ts";

/** Filters that are picked from a list. */
export type PickedName = Exclude<FilterName, TextName | FlagName>;

/** Names that are said; of more, only how many. */
const MOST_NAMES = 3;

/** "Georgia, Ohio or Texas" in the language of the page. */
function listed(t: Words, names: readonly string[]): string {
	if (names.length > MOST_NAMES)
		return t("trace.several", { first: names[0], count: names.length - 1 });
	return new Intl.ListFormat(t.language, { type: "disjunction" }).format(names);
}

type Props = {
	name: PickedName;
	value: readonly string[];
	options: readonly Option[];
	onChange: (value: string[]) => void;
	onSearch?: (text: string) => void;
	/** What it says while nothing is picked. */
	otherwise?: string;
};

/** A part of the sentence that is picked from a list. */
export function Slot({ name, value, options, onChange, onSearch, otherwise }: Props) {
	const t = useWords();
	const names = value.map((id) => {
		const called = options.find((option) => option.id === id)?.name ?? id;
		// Kinds are common words within a sentence, the others are names.
		return name === "kinds" ? t.maybe(`trace.received.${id}`, called) : called;
	});
	return (
		<Picker
			label={t(`trace.pick.${name}`)}
			options={options}
			value={value}
			onChange={onChange}
			onSearch={onSearch}
		>
			{names.length > 0 ? listed(t, names) : (otherwise ?? t(`trace.any.${name}`))}
		</Picker>
	);
}

type FlagProps = {
	name: FlagName & ClauseName;
	value: string | undefined;
	onChange: (value: string[]) => void;
};

/** A part of the sentence that says one thing or its opposite. */
export function FlagSlot({ name, value = "true", onChange }: FlagProps) {
	const t = useWords();
	const options = (["true", "false"] as const).map((id) => ({
		id,
		name: t(`trace.flag.${name}.${id}`),
	}));
	return (
		<Picker
			label={t(`trace.pick.${name}`)}
			options={options}
			value={[value]}
			isSingle
			onChange={onChange}
		>
			{options.find(({ id }) => id === value)?.name}
		</Picker>
	);
}
