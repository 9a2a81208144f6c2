import { SERVICE_KINDS } from "../../offline/fields.ts";
import { KindMark } from "../../parts/KindMark.tsx";
import { useWords } from "../../words/use-words.ts";
import type { FormProps } from "./Inputs.tsx";
import look from "./Log.module.css";

/** What kind of service it was: six buttons under the thumb. */
export function KindField({
	typed,
	faultOf,
	onChoose,
}: FormProps & { onChoose: (kind: string) => void }) {
	const t = useWords();
	const fault = faultOf("kind");
	return (
		<fieldset className={look.kinds} aria-describedby={fault ? "kind-fault" : undefined}>
			<legend>{t("log.field.kind")}</legend>
			<div>
				{SERVICE_KINDS.map((kind) => (
					<label key={kind}>
						<input
							type="radio"
							name="kind"
							value={kind}
							checked={typed.kind === kind}
							aria-invalid={fault !== undefined}
							onChange={() => onChoose(kind)}
						/>
						<KindMark kind={kind} />
					</label>
				))}
			</div>
			{fault && (
				<p id="kind-fault" className={look.fault}>
					{fault}
				</p>
			)}
		</fieldset>
	);
}
