import { useWords } from "../../words/use-words.ts";
import look from "./Duplicates.module.css";

type Sme = { name: string; city?: string | null; state?: string | null };

/** A manufacturer in a list of pairs: its name and place. */
export function PairName({ sme: { name, city, state } }: { sme: Sme }) {
	const t = useWords();
	const place = [city, state && t.maybe(`state.${state}`, state)].filter(Boolean).join(", ");
	return (
		<span className={look.name}>
			<strong>{name}</strong> {place && <span className="quiet">{place}</span>}
		</span>
	);
}
