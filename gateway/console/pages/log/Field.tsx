import { type ReactNode, useId } from "react";
import type { FieldName } from "../../offline/fields.ts";
import { fieldName } from "../../parts/visit.ts";
import { useWords } from "../../words/use-words.ts";
import look from "./Log.module.css";

/** What makes an element a field: its id, and what describes it. */
type FieldAttributes = {
	id: string;
	name: string;
	"aria-invalid": boolean;
	"aria-describedby": string | undefined;
};

type Props = {
	name: FieldName | "smeId";
	/** What is wrong, and how to mend it. */
	fault?: string;
	children: (attributes: FieldAttributes) => ReactNode;
};

/** A labelled field, with what is wrong under it. */
export function Field({ name, fault, children }: Props) {
	const t = useWords();
	const id = useId();
	return (
		<div className={look.field}>
			<label htmlFor={id}>{fieldName(t, name)}</label>
			{children({
				...{ id, name, "aria-invalid": fault !== undefined },
				"aria-describedby": fault ? `${id}-fault` : undefined,
			})}
			{fault && (
				<p id={`${id}-fault`} className={look.fault}>
					{fault}
				</p>
			)}
		</div>
	);
}
