import { lazy, Suspense, useState } from "react";
import { NEW_SME } from "../../offline/fields.ts";
import { useOutbox } from "../../offline/use-outbox.ts";
import { useWords } from "../../words/use-words.ts";
import type { FormProps } from "./Inputs.tsx";
import look from "./Log.module.css";
import { NewManufacturer } from "./NewManufacturer.tsx";
import { useKnownManufacturers } from "./use-manufacturers.ts";

const ManufacturerBox = lazy(() => import("./ManufacturerBox.tsx"));

type Props = FormProps & { owner: string; onChosen: () => void };

/** Which manufacturer was served: one that is known, by name, or a new one. */
export function ManufacturerField({ typed, put, faultOf, owner, onChosen }: Props) {
	const t = useWords();
	const known = useKnownManufacturers(owner);
	const { items, byKey } = useOutbox();
	const [added, setAdded] = useState<string>();
	// The box shows what was chosen; while one types, it is left alone.
	const [choiceCount, setChoiceCount] = useState(0);
	const own = items.flatMap((item) =>
		item.type === "MANUFACTURER" && !item.record
			? [
					{
						id: NEW_SME + item.key,
						name: item.typed.name,
						city: item.typed.city,
						state: item.typed.state,
					},
				]
			: [],
	);
	const choices = [...own, ...known];
	const { smeId } = typed;
	const chosen = smeId?.startsWith(NEW_SME) ? byKey.get(smeId.slice(NEW_SME.length)) : undefined;
	const name =
		(chosen?.type === "MANUFACTURER" ? chosen.typed.name : undefined) ??
		choices.find(({ id }) => id === smeId)?.name ??
		typed.smeName;

	function choose(id: string, chosenName: string) {
		setAdded(undefined);
		setChoiceCount((count) => count + 1);
		put({ smeId: id, smeName: chosenName });
		onChosen();
	}
	return (
		<>
			<Suspense fallback={<div className={look.boxPlace} />}>
				<ManufacturerBox
					key={choiceCount}
					chosen={smeId ? { id: smeId, name: name ?? "" } : undefined}
					known={choices}
					fault={faultOf("smeId")}
					onChoose={choose}
					onClear={() => put({ smeId: "", smeName: "" })}
					onAdd={setAdded}
				/>
			</Suspense>
			{added !== undefined && (
				<NewManufacturer
					name={added}
					owner={owner}
					known={choices}
					onChoose={choose}
					onClose={() => setAdded(undefined)}
				/>
			)}
			{chosen?.type === "MANUFACTURER" && !chosen.record && (
				<p className="quiet">{t("log.sme.unregistered")}</p>
			)}
		</>
	);
}
