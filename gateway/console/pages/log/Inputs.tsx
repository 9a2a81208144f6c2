import type { FieldName, Typed } from "../../offline/fields.ts";
import { Field } from "./Field.tsx";

/** What each field of the form gets. */
export type FormProps = {
	typed: Typed;
	put: (values: Typed) => void;
	faultOf: (name: FieldName | "smeId") => string | undefined;
};

type InputProps = FormProps & {
	name: FieldName;
	type?: "text" | "date";
	inputMode?: "decimal" | "numeric";
	max?: string;
};

/** A field of one line. */
export function TextField({ name, typed, put, faultOf, ...attributes }: InputProps) {
	return (
		<Field name={name} fault={faultOf(name)}>
			{(field) => (
				<input
					{...field}
					type="text"
					{...attributes}
					autoComplete="off"
					enterKeyHint="next"
					value={typed[name] ?? ""}
					onChange={({ target }) => put({ [name]: target.value })}
				/>
			)}
		</Field>
	);
}

/** What can be chosen, under the name of whose it is. */
export type Choice = { id: string; name: string; group?: string };

type ChoiceProps = FormProps & {
	name: FieldName;
	choices: readonly Choice[];
	/** What stands there while nothing is chosen. */
	none: string;
	/** What else choosing it says. */
	also?: (id: string) => Typed;
};

/** One of a list that the device knows. */
export function ChoiceField({ name, choices, none, also, typed, put, faultOf }: ChoiceProps) {
	const groups = new Map<string, Choice[]>();
	for (const choice of choices)
		groups.set(choice.group ?? "", [...(groups.get(choice.group ?? "") ?? []), choice]);
	const options = (list: readonly Choice[]) =>
		list.map(({ id, name: label }) => (
			<option key={id} value={id}>
				{label}
			</option>
		));
	return (
		<Field name={name} fault={faultOf(name)}>
			{(field) => (
				<select
					{...field}
					value={typed[name] ?? ""}
					onChange={({ target }) => put({ [name]: target.value, ...also?.(target.value) })}
				>
					<option value="">{none}</option>
					{[...groups].map(([group, list]) =>
						group ? (
							<optgroup key={group} label={group}>
								{options(list)}
							</optgroup>
						) : (
							options(list)
						),
					)}
				</select>
			)}
		</Field>
	);
}
