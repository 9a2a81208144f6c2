import { useState } from "react";
import { Picker } from "../../parts/Picker.tsx";
import { useWords } from "../../words/use-words.ts";
import { CLAUSES, type ClauseName, clausesOf, isFlag, isText } from "./clauses.ts";
import type { Filters } from "./filters.ts";
import { useManufacturers, useOptions } from "./options.ts";
import look from "./Sentence.module.css";
import { FlagSlot, type PickedName, Slot } from "./Slot.tsx";
import { TextSlot } from "./TextSlot.tsx";
import type { View } from "./view.ts";

/** Which providers the sentence names: a center and an institute are both meant where both are named. */
function providerOf({ centerIds, instituteIds }: Filters): "any" | "center" | "institute" | "both" {
	if (centerIds?.length) return instituteIds?.length ? "both" : "center";
	return instituteIds?.length ? "institute" : "any";
}

/** The question as a sentence: its words are the filters, and it says nothing else. */
export function Sentence({ view }: { view: View }) {
	const t = useWords();
	const { filters, narrow, clear } = view;
	const [added, add] = useState<ClauseName[]>([]);
	const optionsOf = useOptions();
	const manufacturers = useManufacturers(filters.smeIds ?? []);
	const said = clausesOf(filters, added);
	const left = CLAUSES.filter((name) => !said.includes(name));

	const slot = (name: PickedName, otherwise?: string) => (
		<Slot
			name={name}
			otherwise={otherwise}
			value={filters[name] ?? []}
			options={name === "smeIds" ? manufacturers.options : optionsOf(name)}
			onSearch={name === "smeIds" ? manufacturers.search : undefined}
			onChange={(value) => narrow({ [name]: value })}
		/>
	);
	const text = (name: "from" | (ClauseName & Parameters<typeof TextSlot>[0]["name"])) => (
		<TextSlot
			// What the address says replaces what was typed.
			key={filters[name]?.[0] ?? ""}
			name={name}
			value={filters[name]?.[0] ?? ""}
			onChange={(value) => narrow({ [name]: value })}
		/>
	);
	function clause(name: ClauseName) {
		if (isFlag(name))
			return (
				<FlagSlot
					name={name}
					value={filters[name]?.[0]}
					onChange={(value) => {
						add(added.filter((one) => one !== name));
						narrow({ [name]: value });
					}}
				/>
			);
		const value = isText(name) ? text(name) : slot(name);
		return t.rich(`trace.clause.${name}`, { value });
	}
	const provider = providerOf(filters);
	const states = slot("smeStates");
	return (
		<div className={look.question}>
			<h1 className={look.sentence}>
				{t.rich(`trace.sentence.${provider}`, {
					who: slot("smeIds"),
					where: t.rich(filters.smeStates?.length ? "trace.in" : "trace.in-any", { value: states }),
					what: slot("kinds"),
					center: slot(
						"centerIds",
						provider === "institute" ? t("trace.any-or-no.center") : undefined,
					),
					institute: slot(
						"instituteIds",
						provider === "center" ? t("trace.any-or-no.institute") : undefined,
					),
					since: text("from"),
				})}
				{said.map((name) => (
					<span key={name}>
						{t("trace.and")}
						{clause(name)}
					</span>
				))}
				{t("trace.end")}
			</h1>
			<div className={`${look.tools} screen-only`}>
				<Picker
					className="action"
					label={t("trace.add")}
					options={left.map((name) => ({ id: name, name: t(`trace.pick.${name}`) }))}
					value={[]}
					isSingle
					onChange={([name]) => {
						const picked = name as ClauseName | undefined;
						if (!picked) return;
						if (isFlag(picked)) narrow({ [picked]: ["true"] });
						else add([...added, picked]);
					}}
				>
					{t("trace.add")}
				</Picker>
				{(said.length > 0 || Object.keys(filters).length > 0) && (
					<button
						type="button"
						className="action"
						onClick={() => {
							add([]);
							clear();
						}}
					>
						{t("trace.clear")}
					</button>
				)}
			</div>
		</div>
	);
}
