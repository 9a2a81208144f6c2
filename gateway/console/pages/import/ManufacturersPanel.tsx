import { Panel } from "../../parts/Panel.tsx";
import { RecordLink } from "../../parts/RecordLink.tsx";
import { useWords } from "../../words/use-words.ts";
import look from "./Import.module.css";
import type { OpenImport } from "./use-import.ts";

/** As many as anybody reads. */
const MOST_SHOWN = 50;

/** The manufacturers that rows name: how many are known and new, and which of these look like known ones. */
export function ManufacturersPanel({ manufacturers }: OpenImport) {
	const t = useWords();
	if (manufacturers.length === 0) return null;
	const count = (match: string) => manufacturers.filter((one) => one.match === match).length;
	const twins = manufacturers.filter(({ match }) => match === "LIKELY_TWIN");
	const place = ({ city, state }: { city?: string | null; state?: string | null }) =>
		[city, state && t.maybe(`state.${state}`, state)].filter(Boolean).join(", ");
	return (
		<Panel
			title={t("import.manufacturers")}
			intro={t("import.manufacturers.intro", {
				known: count("MATCHES"),
				fresh: count("NEW"),
				twins: twins.length,
			})}
		>
			{twins.length > 0 && (
				<ul className={look.twins}>
					{twins.slice(0, MOST_SHOWN).map((one) => (
						<li key={JSON.stringify([one.name, one.city, one.state])}>
							<p>
								<strong className={look.name}>{one.name}</strong>{" "}
								<span className="quiet">{place(one)}</span>
							</p>
							<ul>
								{one.candidates.map(({ sme, reasons }) => (
									<li key={sme.id}>
										<RecordLink type="Sme" id={sme.id}>
											{sme.name}
										</RecordLink>{" "}
										<span className="quiet">
											{[place(sme), ...reasons, sme.id].filter(Boolean).join(" · ")}
										</span>
									</li>
								))}
							</ul>
						</li>
					))}
				</ul>
			)}
			{twins.length > MOST_SHOWN && (
				<p className="quiet">
					{t("import.manufacturers.more", { count: twins.length - MOST_SHOWN })}
				</p>
			)}
			{twins.length > 0 && <p className="quiet">{t("import.manufacturers.same")}</p>}
		</Panel>
	);
}
