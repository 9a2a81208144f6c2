import type { Twin } from "../offline/item.ts";
import { useWords } from "../words/use-words.ts";
import look from "./Twins.module.css";

type Props = { twins: readonly Twin[]; onChoose: (sme: Twin["sme"]) => void };

/** Manufacturers that may be the one meant, with why, each to be chosen in its place. */
export function Twins({ twins, onChoose }: Props) {
	const t = useWords();
	return (
		<div className={look.twins} role="group" aria-label={t("log.sme.twins")}>
			<p>{t("log.sme.twins")}</p>
			<ul>
				{twins.map(({ sme, reasons }) => (
					<li key={sme.id}>
						<span>
							<strong>{sme.name}</strong>{" "}
							<span className="quiet">
								{[sme.city, sme.state && t.maybe(`state.${sme.state}`, sme.state)]
									.filter(Boolean)
									.join(", ")}
							</span>
							{reasons.map((reason) => (
								<span key={reason} className={`quiet ${look.reason}`}>
									{reason}
								</span>
							))}
						</span>
						<button type="button" className="action" onClick={() => onChoose(sme)}>
							{t("log.sme.use")} <span className="unseen">{sme.name}</span>
						</button>
					</li>
				))}
			</ul>
		</div>
	);
}
