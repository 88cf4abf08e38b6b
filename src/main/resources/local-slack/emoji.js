/** The shortcodes that messages use most; others stay as they are written. */
export const EMOJI = {
  white_check_mark: '✅', heavy_check_mark: '✔️', x: '❌', warning: '⚠️', rotating_light: '🚨', fire: '🔥', eyes: '👀',
  bell: '🔔', no_bell: '🔕', hourglass: '⌛', hourglass_flowing_sand: '⏳', stopwatch: '⏱️', alarm_clock: '⏰', clock1: '🕐',
  red_circle: '🔴', large_red_circle: '🔴', large_orange_circle: '🟠', large_yellow_circle: '🟡', large_green_circle: '🟢',
  large_blue_circle: '🔵', white_circle: '⚪', black_circle: '⚫', red_square: '🟥', large_orange_square: '🟧',
  large_green_square: '🟩', mag: '🔍', mag_right: '🔎', book: '📖', open_book: '📖', notebook: '📓', memo: '📝', pencil: '📝', pencil2: '✏️',
  arrow_right: '➡️', arrow_left: '⬅️', arrow_up: '⬆️', arrow_down: '⬇️', arrows_counterclockwise: '🔄', repeat: '🔁',
  point_right: '👉', raised_hand: '✋', raising_hand: '🙋', wave: '👋', '+1': '👍', thumbsup: '👍', '-1': '👎', pray: '🙏', tada: '🎉',
  rocket: '🚀', wrench: '🔧', hammer_and_wrench: '🛠️', gear: '⚙️', lock: '🔒', unlock: '🔓', key: '🔑', link: '🔗', pager: '📟',
  telephone_receiver: '📞', speech_balloon: '💬', thought_balloon: '💭', busts_in_silhouette: '👥', bust_in_silhouette: '👤',
  sos: '🆘', question: '❓', grey_question: '❔', exclamation: '❗', information_source: 'ℹ️', bulb: '💡', chart_with_upwards_trend: '📈',
  package: '📦', credit_card: '💳', moneybag: '💰', shopping_trolley: '🛒', shopping_cart: '🛒', truck: '🚚', robot_face: '🤖',
  fast_forward: '⏩', black_right_pointing_double_triangle_with_vertical_bar: '⏭️', track_next: '⏭️', next_track_button: '⏭️',
  double_vertical_bar: '⏸️', stop_button: '⏹️', zzz: '💤', construction: '🚧', no_entry: '⛔', no_entry_sign: '🚫', ok: '🆗', new: '🆕',
  one: '1️⃣', two: '2️⃣', three: '3️⃣', four: '4️⃣', five: '5️⃣', ladder: '🪜', compass: '🧭', checkered_flag: '🏁', test_tube: '🧪',
};

export const emoji = (name) => EMOJI[name] ?? `:${name}:`;
