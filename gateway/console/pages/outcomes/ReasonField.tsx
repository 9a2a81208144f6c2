import { WorkField } from "../../parts/WorkField.tsx";
import { useWords } from "../../words/use-words.ts";

type Props = { value: string; fault?: string; onChange: (reason: string) => void };

/** Why something is changed; it stands in the history of the record. */
export function ReasonField({ value, fault, onChange }: Props) {
	const t = useWords();
	return (
		<WorkField label={t("outcomes.reason")} fault={fault}>
			{(field) => (
				<textarea
					{...field}
					rows={2}
					maxLength={1000}
					value={value}
					onChange={({ target }) => onChange(target.value)}
				/>
			)}
		</WorkField>
	);
}
