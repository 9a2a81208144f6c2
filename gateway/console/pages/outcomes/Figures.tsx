import { WorkField } from "../../parts/WorkField.tsx";
import { useWords } from "../../words/use-words.ts";
import { type Fault, METRICS, type TypedFigures } from "./draft.ts";
import look from "./Outcomes.module.css";

type Props = {
	typed: TypedFigures;
	put: (figures: Partial<TypedFigures>) => void;
	faultOf: (field: Fault["field"]) => string | undefined;
};

/** What a client can report, each figure with its unit; what is left empty is not reported. */
export function Figures({ typed, put, faultOf }: Props) {
	const t = useWords();
	const missing = faultOf("claims");
	const currency = typed.currency.trim().toUpperCase();
	return (
		<fieldset className={look.group} aria-describedby={missing ? "claims-fault" : undefined}>
			<legend>{t("outcomes.figures")}</legend>
			<p className="quiet">{t("outcomes.figures.hint")}</p>
			<div className={look.figures}>
				{METRICS.map(([metric, unit]) => (
					<WorkField
						key={metric}
						label={t("outcomes.figure", {
							metric: t(`trace.metric.${metric}`),
							unit: unit === "MONEY" ? currency || "?" : t(`outcomes.unit.${unit}`),
						})}
						fault={faultOf(metric)}
					>
						{(field) => (
							<input
								{...field}
								type="text"
								inputMode="decimal"
								autoComplete="off"
								value={typed.values[metric] ?? ""}
								onChange={({ target }) =>
									put({ values: { ...typed.values, [metric]: target.value } })
								}
							/>
						)}
					</WorkField>
				))}
				<WorkField label={t("outcomes.currency")} fault={faultOf("currency")}>
					{(field) => (
						<input
							{...field}
							type="text"
							maxLength={3}
							autoComplete="off"
							value={typed.currency}
							onChange={({ target }) => put({ currency: target.value })}
						/>
					)}
				</WorkField>
			</div>
			{missing && (
				<p id="claims-fault" className={look.fault}>
					{missing}
				</p>
			)}
		</fieldset>
	);
}
