import { type Ref, useId } from "react";
import { FIELD_NAMES, hasField } from "../../offline/fields.ts";
import { fieldName } from "../../parts/visit.ts";
import { useWords } from "../../words/use-words.ts";
import look from "./Approvals.module.css";
import type { Choice, Why } from "./decide.ts";

type Props = {
	choice: Choice;
	label: string;
	/** The kinds of the records: their fields can be named. */
	kinds: readonly string[];
	why: Why;
	onSay: (why: Why) => void;
	fault?: string;
	input?: Ref<HTMLInputElement>;
};

/** A reason, and the field that it is about, beside which its author sees it. */
export function WhyFields({ choice, label, kinds, why, onSay, fault, input }: Props) {
	const t = useWords();
	const id = useId();
	const fields = FIELD_NAMES.filter(
		(name) => !["late", "reason"].includes(name) && kinds.some((kind) => hasField(name, kind)),
	);
	return (
		<div className={look.why}>
			<label htmlFor={id} className={look.reason}>
				<span>{label}</span>
				<input
					id={id}
					ref={input}
					value={why.reason}
					maxLength={1000}
					autoComplete="off"
					aria-invalid={fault !== undefined}
					aria-describedby={fault && `${id}-fault`}
					onChange={({ target }) => onSay({ ...why, reason: target.value })}
				/>
			</label>
			{choice === "RETURN" && (
				<label className={look.about}>
					<span>{t("approvals.about")}</span>
					<select
						value={why.about}
						onChange={({ target }) => onSay({ ...why, about: target.value })}
					>
						<option value="">{t("approvals.about.whole")}</option>
						{(["smeId", ...fields] as const).map((name) => (
							<option key={name} value={name}>
								{fieldName(t, name)}
							</option>
						))}
					</select>
				</label>
			)}
			{fault && (
				<p id={`${id}-fault`} className={look.fault}>
					{fault}
				</p>
			)}
		</div>
	);
}
