import { Field } from "./Field.tsx";
import type { FormProps } from "./Inputs.tsx";

/** What else is to be said. */
export function NoteField({ typed, put, faultOf }: FormProps) {
	return (
		<Field name="note" fault={faultOf("note")}>
			{(field) => (
				<textarea
					{...field}
					rows={2}
					value={typed.note ?? ""}
					onChange={({ target }) => put({ note: target.value })}
				/>
			)}
		</Field>
	);
}
