import { useId } from "react";
import look from "./Grants.module.css";

type Props = {
	label: string;
	hint?: string;
	value: string;
	/** What is wrong with it, in the hub's words. */
	fault?: string;
	isRequired?: boolean;
	type?: "text" | "date";
	/** The id of a list of what may be typed. */
	list?: string;
	onChange: (value: string) => void;
};

/** A field of the form, with what is wrong beside it. */
export function TextField({ label, hint, value, fault, isRequired, type, list, onChange }: Props) {
	const id = useId();
	return (
		<label className={look.field}>
			<span>
				{label} {hint && <span className="quiet">({hint})</span>}
			</span>
			<input
				type={type ?? "text"}
				value={value}
				required={isRequired}
				list={list}
				aria-invalid={fault !== undefined}
				aria-describedby={fault === undefined ? undefined : id}
				onChange={({ target }) => onChange(target.value)}
			/>
			{fault !== undefined && (
				<span id={id} className={look.bad} role="alert">
					{fault}
				</span>
			)}
		</label>
	);
}
