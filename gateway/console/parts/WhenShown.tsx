import { type ReactNode, useEffect, useRef, useState } from "react";

/** How far below the window a part begins to load. */
const AHEAD = "200px";

/** Draws its children once it comes into view, and until then their shape. */
export function WhenShown({ shape, children }: { shape: ReactNode; children: ReactNode }) {
	const place = useRef<HTMLDivElement>(null);
	const [isShown, setShown] = useState(false);
	useEffect(() => {
		if (!place.current) return;
		const observer = new IntersectionObserver(
			([entry]) => {
				if (!entry?.isIntersecting) return;
				setShown(true);
				observer.disconnect();
			},
			{ rootMargin: AHEAD },
		);
		observer.observe(place.current);
		return () => observer.disconnect();
	}, []);
	return <div ref={place}>{isShown ? children : shape}</div>;
}
