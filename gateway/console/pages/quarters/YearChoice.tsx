import { useNavigate } from "@tanstack/react-router";
import { PATHS } from "../../parts/paths.ts";
import { useWords } from "../../words/use-words.ts";

/** A fiscal year to choose. */
export function YearChoice({ year, years }: { year: number; years: readonly number[] }) {
	const t = useWords();
	const navigate = useNavigate();
	const offered = years.includes(year) ? years : [year, ...years];
	return (
		<label className="screen-only">
			<span className="quiet">{t("quarters.choose-year")}</span>{" "}
			<select
				value={year}
				onChange={({ target }) =>
					void navigate({ to: PATHS.quarters, search: { year: target.value }, resetScroll: false })
				}
			>
				{offered.map((one) => (
					<option key={one} value={one}>
						{one}
					</option>
				))}
			</select>
		</label>
	);
}
