import { type ReactNode, useId } from "react";
import look from "./WorkForm.module.css";

/** What makes an element a field: its id, and what describes it. */
export type FieldAttributes = {
	id: string;
	"aria-invalid": boolean;
	"aria-describedby": string | undefined;
};

type Props = {
	label: string;
	/** What to write, under the field. */
	hint?: string;
	/** What is wrong, and how to mend it. */
	fault?: string;
	children: (attributes: FieldAttributes) => ReactNode;
};

/** A labelled field of a form at work, with what is wrong under it. */
export function WorkField({ label, hint, fault, children }: Props) {
	const id = useId();
	const described = [hint && `${id}-hint`, fault && `${id}-fault`].filter(Boolean).join(" ");
	return (
		<div className={look.field}>
			<label htmlFor={id}>{label}</label>
			{children({
				id,
				"aria-invalid": fault !== undefined,
				"aria-describedby": described || undefined,
			})}
			{hint && (
				<p id={`${id}-hint`} className="quiet">
					{hint}
				</p>
			)}
			{fault && (
				<p id={`${id}-fault`} className={look.fault}>
					{fault}
				</p>
			)}
		</div>
	);
}
