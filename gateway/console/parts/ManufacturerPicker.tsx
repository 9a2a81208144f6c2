import { useQuery } from "@tanstack/react-query";
import { type ReactNode, useState } from "react";
import { LogSearchDocument } from "../graphql/graphql.ts";
import { ask } from "../graphql/query.ts";
import { useWords } from "../words/use-words.ts";
import { Picker } from "./Picker.tsx";

type Chosen = { id: string; name: string };

type Props = {
	label: string;
	value?: Chosen;
	/** Undefined where none is chosen any more. */
	onChoose: (sme: Chosen | undefined) => void;
	className?: string;
	/** See Picker. */
	attributes?: object;
	children: ReactNode;
};

/** Offers manufacturers by name while one types, nearby spellings, too. */
export function ManufacturerPicker({ label, value, onChoose, children, ...rest }: Props) {
	const t = useWords();
	const [typed, type] = useState("");
	const search = typed.trim();
	const { data } = useQuery({
		...ask(LogSearchDocument, { search }),
		enabled: search.length > 1,
		placeholderData: (before) => before,
	});
	const found = search.length > 1 ? data?.data : undefined;
	const smes = new Map<string, { id: string; name: string; about?: string }>();
	if (value) smes.set(value.id, value);
	for (const { id, name, city, state } of [
		...(found?.smes.nodes ?? []),
		...(found?.similarSmes ?? []).map(({ sme }) => sme),
	])
		smes.set(id, {
			id,
			name,
			about: [city, state && t.maybe(`state.${state}`, state)].filter(Boolean).join(", "),
		});
	return (
		<Picker
			isSingle
			label={label}
			options={[...smes.values()]}
			value={value ? [value.id] : []}
			onSearch={type}
			onChange={([id]) => onChoose(id ? smes.get(id) : undefined)}
			{...rest}
		>
			{children}
		</Picker>
	);
}
