import { type FormEvent, useRef, useState } from "react";
import { intend } from "../../offline/change.ts";
import { faultsOf, refusedFields } from "../../offline/faults.ts";
import type { FieldName, Typed } from "../../offline/fields.ts";
import { change, send } from "../../offline/outbox.ts";
import { dayOf } from "../../parts/day.ts";
import { returnedText } from "../../parts/visit.ts";
import { hubNow } from "../../session/session.ts";
import { useWords } from "../../words/use-words.ts";
import { firstOf, type LastUsed, ofKind } from "./defaults.ts";
import { faultText } from "./faults-text.ts";
import { focusField, onEnter } from "./focus.ts";
import { TextField } from "./Inputs.tsx";
import { KindField } from "./KindField.tsx";
import { KindFields } from "./KindFields.tsx";
import look from "./Log.module.css";
import { ManufacturerField } from "./ManufacturerField.tsx";
import { MoreFields } from "./MoreFields.tsx";
import { NoteField } from "./NoteField.tsx";
import { useForm } from "./use-form.ts";
import type { VisitFormProps } from "./VisitForm.tsx";

type Props = VisitFormProps & {
	last: LastUsed | undefined;
	remember: (typed: Typed) => Promise<void>;
};

/** All fields of a visit, in the order in which they are filled in. */
export function Fields({ visitKey, owner, visit, last, remember, onSubmitted }: Props) {
	const t = useWords();
	const form = useRef<HTMLFormElement>(null);
	const today = dayOf(hubNow());
	const { typed, put: keep } = useForm(visitKey, owner, visit, firstOf(last, today));
	const [isChecked, setChecked] = useState(false);
	// What the hub refused is shown beside its field until that is typed again.
	const [mended, setMended] = useState<readonly string[]>([]);
	const refused = refusedFields(visit?.refusal);
	for (const name of mended) refused.delete(name);
	const faults = isChecked ? faultsOf(typed, today) : [];

	const put = (values: Typed) => {
		setMended([...mended, ...Object.keys(values)]);
		void keep(values);
	};
	const { returned } = visit ?? {};
	const returnedFor = (name: string) =>
		returned?.about === name && !mended.includes(name)
			? returnedText(t, { ...returned, about: null })
			: undefined;
	const faultOf = (name: FieldName | "smeId") =>
		faultText(t, name, faults, refused) ?? returnedFor(name);
	const fields = { typed, put, faultOf };

	async function submit(event: FormEvent) {
		event.preventDefault();
		setChecked(true);
		const [first] = faultsOf(typed, today);
		if (first) return focusField(form.current, first.field);
		// Kept once more: the form may not have been touched since it was filled in by itself.
		const kept = await keep({});
		if (!kept) return;
		await change(visitKey, (item) => item && intend(item, "SUBMIT", Date.now()));
		await remember(typed);
		onSubmitted();
		void send(true);
	}
	return (
		// Enter goes to the next field.
		<form ref={form} className={look.form} noValidate onSubmit={submit} onKeyDown={onEnter}>
			<ManufacturerField
				{...fields}
				owner={owner}
				onChosen={() => focusField(form.current, "kind")}
			/>
			<KindField {...fields} onChoose={(kind) => put(ofKind(kind, typed, last))} />
			<TextField {...fields} name="startedOn" type="date" max={today} />
			<KindFields {...fields} />
			<NoteField {...fields} />
			<MoreFields {...fields} today={today} />
			<div className={look.foot}>
				<button type="submit" className="action first">
					{t("log.submit")}
				</button>
				<span className="quiet">{t(visit ? "log.saved" : "log.not-begun")}</span>
			</div>
		</form>
	);
}
