import { useEffect, useState } from "react";
import { recallOwn, rememberOwn } from "../../offline/known.ts";
import { NOTHING, type Typed } from "./grants.ts";

const NAME = "grant that is typed";

/** What is typed into the form: on this device at each keystroke, until it was granted. */
export function useTyped(owner: string) {
	const [typed, setTyped] = useState(NOTHING);
	useEffect(() => {
		let isHere = true;
		void recallOwn<Typed>(owner, NAME).then((kept) => {
			if (isHere && kept) setTyped((now) => (now === NOTHING ? kept : now));
		});
		return () => {
			isHere = false;
		};
	}, [owner]);
	const type = (next: Typed) => {
		setTyped(next);
		void rememberOwn(owner, NAME, next);
	};
	return [typed, type] as const;
}
