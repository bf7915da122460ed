// Runs before the first paint, so that a chosen theme never flashes.
try {
  const theme = localStorage.getItem('greenroom-theme');
  if (theme === 'light' || theme === 'dark') document.documentElement.dataset.theme = theme;
} catch {
  // Without storage the system's theme is shown until the settings arrive.
}
