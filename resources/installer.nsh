; What the app itself put into the user's registry goes with it, but stays while a newer version is installed.
!macro customUnInstall
  ${ifNot} ${isUpdated}
    DeleteRegKey HKCU "Software\Classes\greenroom"
    DeleteRegKey HKCU "Software\Classes\CLSID\{CFA21BD7-8106-49B6-9F95-433807F8CB88}"
    DeleteRegValue HKCU "Software\Microsoft\Windows\CurrentVersion\Run" "app.greenroom.desktop"
    DeleteRegValue HKCU "Software\Microsoft\Windows\CurrentVersion\Explorer\StartupApproved\Run" "app.greenroom.desktop"
  ${endIf}
!macroend
