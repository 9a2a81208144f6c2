import type { ReactNode } from "react";
import look from "./Listing.module.css";

type Item = {
	id: string;
	/** What it is, mostly a link. */
	main: ReactNode;
	/** What is known of it, in short. */
	about?: ReactNode;
};

/** A short list of records, each with what is known of it. */
export function Listing({ items, empty }: { items: readonly Item[]; empty: string }) {
	if (items.length === 0) return <p className="quiet">{empty}</p>;
	return (
		<ul className={look.list}>
			{items.map(({ id, main, about }) => (
				<li key={id}>
					<div>{main}</div>
					{about && <div className={look.about}>{about}</div>}
				</li>
			))}
		</ul>
	);
}
