import { type ReactNode, useId } from "react";
import look from "./Outcomes.module.css";

type Attributes = {
	id: string;
	"aria-invalid": boolean;
	"aria-describedby": string | undefined;
};

type Props = {
	label: string;
	/** What is written into it. */
	hint?: string;
	fault?: string;
	children: (attributes: Attributes) => ReactNode;
};

/** A labelled field, with how it is filled in and what is wrong under it. */
export function Field({ label, hint, fault, children }: Props) {
	const id = useId();
	const described = [hint && `${id}-hint`, fault && `${id}-fault`].filter(Boolean).join(" ");
	return (
		<div className={look.field}>
			<label htmlFor={id}>{label}</label>
			{children({
				...{ id, "aria-invalid": fault !== undefined },
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
